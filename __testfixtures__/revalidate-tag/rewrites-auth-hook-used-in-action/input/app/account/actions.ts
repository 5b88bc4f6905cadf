"use server"

import { auth } from "../../lib/auth"

export async function rename(formData: FormData) {
  await auth.api.updateUser({ email: String(formData.get("email")) })
}
