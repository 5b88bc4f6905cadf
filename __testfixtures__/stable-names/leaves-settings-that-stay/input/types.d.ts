declare module '@acme/next-plugin' {
  export default function createPlugin(options: object): <Config>(config: Config) => Config
}
