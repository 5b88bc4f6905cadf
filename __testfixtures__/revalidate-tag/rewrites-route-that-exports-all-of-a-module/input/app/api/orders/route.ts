export * from '../../../server/orders'
