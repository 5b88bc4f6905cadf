import { buildConfig } from 'payload'
import { Posts } from './collections/Posts'

export default buildConfig({ collections: [Posts] })
