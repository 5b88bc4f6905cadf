import { unstable_cache } from "next/cache";
import { headers } from "next/headers";

const PERMISSIONS_TTL = 5 * 60;
const ALL_PERMISSIONS = "permissions";

export const permissionsKey = (userId: string) => `permissions-${userId}`;

export async function currentPermissions(userId: string) {
  const accessToken = (await headers()).get("authorization") ?? "";
  return getCachedPermissions(userId, accessToken);
}

function getCachedPermissions(userId: string, accessToken: string): Promise<string[]> {
  const cacheKey = permissionsKey(userId);

  return unstable_cache(
    () => fetchPermissions(userId, accessToken),
    [cacheKey, accessToken],
    {
      revalidate: PERMISSIONS_TTL, // five minutes
      tags: [cacheKey, ALL_PERMISSIONS],
    },
  )();
}

async function fetchPermissions(userId: string, accessToken: string): Promise<string[]> {
  const response = await fetch(`https://api.example/users/${userId}/permissions`, {
    headers: { authorization: accessToken },
  });
  return response.json();
}
