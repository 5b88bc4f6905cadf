import { Importer } from './importer'
import { expireOrders } from './orders'

class OrdersImporter extends Importer {
  protected async finish() {
    expireOrders()
  }
}

export const importers: Record<string, Importer> = { orders: new OrdersImporter() }
