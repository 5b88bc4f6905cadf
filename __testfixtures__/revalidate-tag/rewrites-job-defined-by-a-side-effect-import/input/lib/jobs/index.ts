import './expire-orders'
