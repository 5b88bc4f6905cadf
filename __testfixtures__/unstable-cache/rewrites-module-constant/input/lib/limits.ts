export const day = 24 * 60 * 60
export const limits = { colors: 2 * day } as const
