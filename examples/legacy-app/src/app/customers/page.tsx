import { getCustomers } from "@/lib/queries";
import { createCustomer, renameCustomer } from "./actions";

export default async function CustomersPage() {
  const customers = await getCustomers();
  return (
    <>
      <h1>Customers</h1>
      {customers.map((customer) => (
        <form key={customer.id} action={renameCustomer.bind(null, customer.id)}>
          <input name="name" defaultValue={customer.name} />
          <button type="submit">Rename</button>
        </form>
      ))}
      <form action={createCustomer}>
        <input name="name" placeholder="Name" required />
        <input name="email" type="email" placeholder="Email" required />
        <button type="submit">Add</button>
      </form>
    </>
  );
}
