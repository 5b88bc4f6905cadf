"use server";

import { linkCache } from "../../lib/link-cache";

export async function archiveLink(domain: string, slug: string) {
  linkCache.expire(domain, slug);
}

export async function clearDomain(domain: string) {
  linkCache.clear(domain);
}
