import { expireDocument, expireIndex } from '../lib/search'

expireIndex()
expireDocument('all')
