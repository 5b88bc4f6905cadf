import { linkCache } from "../../../lib/link-cache";

export const PUT = async (request: Request) => {
  const { domain, slug } = await request.json();
  linkCache.expire(domain, slug);
  return Response.json({ cached: linkCache.get(domain, slug) });
};
