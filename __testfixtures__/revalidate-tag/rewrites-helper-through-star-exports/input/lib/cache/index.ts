export * from './member'
export * as teamCache from './team'
