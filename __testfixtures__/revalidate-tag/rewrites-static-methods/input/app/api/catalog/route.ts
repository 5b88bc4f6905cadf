import { Catalog } from "../../../lib/catalog"

export async function POST() {
	Catalog.sync()
	return new Response()
}
