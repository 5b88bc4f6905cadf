import { revalidateTag } from "next/cache"

export class Catalog {
	static tag = "catalog"

	static expire() {
		revalidateTag(Catalog.tag)
	}

	static sync() {
		revalidateTag(`${this.tag}:sync`)
	}
}
