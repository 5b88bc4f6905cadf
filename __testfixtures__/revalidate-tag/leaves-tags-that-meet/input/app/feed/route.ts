export function GET() {
  return new Response('<rss/>', { headers: { 'Cache-Tag': 'static-pages' } })
}
