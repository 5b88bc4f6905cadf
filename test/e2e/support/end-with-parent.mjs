// Preloaded into a server (`node --import`): its standard input is a pipe from the test, which closes when the test is
// gone, however it went. Without this a killed test run would leave its server listening.
process.stdin.on('end', () => process.exit(1))
process.stdin.on('error', () => process.exit(1))
process.stdin.resume()
