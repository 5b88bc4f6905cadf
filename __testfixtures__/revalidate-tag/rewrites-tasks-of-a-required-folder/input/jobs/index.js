const files = require.context('./tasks', false, /\.js$/)

export const tasks = files.keys().map((key) => files(key).default)
