import { expireOrders } from './orders'

export class OrderSession {
  rows = []

  add(row) {
    this.rows.push(row)
  }

  async [Symbol.asyncDispose]() {
    expireOrders()
  }
}
