export function formatMoney(cents: number, currency: string): string {
  return new Intl.NumberFormat("en", { style: "currency", currency }).format(cents / 100);
}

/** Reads what a person typed, "1,250.50", as cents. */
export function parseMoney(text: string): number {
  const amount = Number(text.replaceAll(",", ""));
  if (!Number.isFinite(amount) || amount <= 0) {
    throw new Error(`"${text}" is not an amount`);
  }
  return Math.round(amount * 100);
}
