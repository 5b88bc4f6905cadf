import { isRedirectError } from 'next/dist/client/components/redirect-error'

export const isRedirect = (error: unknown) => isRedirectError(error)
