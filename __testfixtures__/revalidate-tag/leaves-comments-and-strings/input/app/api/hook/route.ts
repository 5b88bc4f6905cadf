import { afterChange } from '../../pages/hooks'

export const POST = async () => Response.json(afterChange('about'))
