export * from './cache'
export { expireTeam as refreshTeam } from './cache/team'
