export { getWarnings, Places, places } from './places'
export { default as getToday } from './today'
