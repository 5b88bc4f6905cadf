import { revalidateTag, updateTag } from "next/cache";

class LinkCache {
  private prefix = "link";

  private key(domain: string, slug: string) {
    return `${this.prefix}:${domain}:${slug}`;
  }

  get(domain: string, slug: string) {
    return this.key(domain, slug).length;
  }

  expire(domain: string, slug: string) {
    revalidateTag(this.key(domain, slug), { expire: 0 });
  }

  clear(domain: string) {
    updateTag(`${this.prefix}:${domain}`);
  }

  warm(domain: string) {
    revalidateTag(`warm:${domain}`, "max");
  }
}

export const linkCache = new LinkCache();
