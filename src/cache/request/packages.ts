/** A package whose functions read the request on their own, and the calls that do. */
export interface SessionPackage {
  /** Also stands for its sub-paths. */
  package: string
  /** Exported name and members; `()` is the result of a call, `#` an instance. */
  calls: string[]
}

/**
 * Session helpers, by what their documentation says: each reads `cookies()` or `headers()` of next/headers, or the
 * request that it is given. A package that is handed the cookies by its user (`@supabase/ssr`, `iron-session`) is
 * found without an entry; it stands here only where it may read them by itself.
 */
export const sessionPackages: SessionPackage[] = [
  {
    package: 'next-auth',
    calls: ['getServerSession', 'unstable_getServerSession', 'default().auth', 'getToken'],
  },
  { package: '@clerk/nextjs', calls: ['auth', 'auth.protect', 'currentUser', 'getAuth'] },
  {
    package: '@auth0/nextjs-auth0',
    calls: [
      'getSession',
      'getAccessToken',
      ...['Auth0Client#', 'initAuth0()'].flatMap((client) => [
        `${client}.getSession`,
        `${client}.getAccessToken`,
      ]),
    ],
  },
  { package: 'iron-session', calls: ['getIronSession', 'getServerActionIronSession'] },
  { package: 'better-auth', calls: ['betterAuth().api.getSession'] },
  { package: '@kinde-oss/kinde-auth-nextjs', calls: ['getKindeServerSession'] },
  { package: '@workos-inc/authkit-nextjs', calls: ['withAuth', 'getUser'] },
  { package: '@stackframe/stack', calls: ['StackServerApp#.getUser'] },
  { package: '@logto/next', calls: ['getLogtoContext', 'getAccessToken', 'getAccessTokenRSC'] },
  { package: '@propelauth/nextjs', calls: ['getUser', 'getUserOrRedirect', 'getAccessToken'] },
  { package: '@descope/nextjs-sdk', calls: ['session'] },
  { package: '@supabase/auth-helpers-nextjs', calls: ['createServerComponentClient'] },
]
