import { taskTag } from '../lib/tags'

export default function About() {
  return <p>{taskTag('1')}</p>
}
