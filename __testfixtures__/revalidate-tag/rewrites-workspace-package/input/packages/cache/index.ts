export * from './orders'
