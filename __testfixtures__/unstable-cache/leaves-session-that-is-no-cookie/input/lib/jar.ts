export const cookies = async () => new Map([['plan', 'free']])
