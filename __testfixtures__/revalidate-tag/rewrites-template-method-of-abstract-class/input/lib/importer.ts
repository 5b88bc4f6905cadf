export abstract class Importer {
  async start() {
    await this.finish()
  }

  protected abstract finish(): Promise<void>
}
