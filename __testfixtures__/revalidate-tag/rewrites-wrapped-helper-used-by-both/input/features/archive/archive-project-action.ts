'use server'

import { archiveProject } from './archive-project'

export async function archiveProjectAction(formData: FormData) {
  return archiveProject(String(formData.get('id')))
}
