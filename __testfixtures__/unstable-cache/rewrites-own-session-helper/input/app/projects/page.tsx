import { getProjects } from '../../lib/projects'

export default async function ProjectsPage() {
  return <p>{(await getProjects()).length}</p>
}
