import { revalidateTag, updateTag } from "next/cache"

export class Catalog {
	static tag = "catalog"

	static expire() {
		updateTag(Catalog.tag)
	}

	static sync() {
		revalidateTag(`${this.tag}:sync`, "max")
	}
}
