"use server"

import { Catalog } from "../../lib/catalog"

export async function publish() {
	Catalog.expire()
}
