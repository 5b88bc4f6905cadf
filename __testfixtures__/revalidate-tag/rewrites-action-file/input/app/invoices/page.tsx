import { PayButton } from './pay-button'

export default function Page() {
  return <PayButton org="acme" id="1" />
}
