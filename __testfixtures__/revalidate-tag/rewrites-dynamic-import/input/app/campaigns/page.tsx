export default function CampaignsPage() {
  return <p>Campaigns</p>
}
