export const output = process.argv[3]
