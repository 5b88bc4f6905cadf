import { getCompany } from "@/lib/queries";
import { saveCompany } from "./actions";

export default async function SettingsPage() {
  const company = await getCompany();
  return (
    <form action={saveCompany}>
      <input name="name" defaultValue={company.name} />
      <input name="currency" defaultValue={company.currency} maxLength={3} />
      <input name="footer" defaultValue={company.footer} />
      <button type="submit">Save</button>
    </form>
  );
}
