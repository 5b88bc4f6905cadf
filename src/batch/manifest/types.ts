/** What a manifest says about one repository, with the defaults filled in. */
export interface ManifestItem {
  /** 1-based, in the manifest. */
  line: number
  repo: string
  branch?: string
  folders?: string[]
  config?: string
  labels?: string[]
}
