import { ImageResponse } from 'next/og'

export default async function Image({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return new ImageResponse(<p>Invoice {id}</p>)
}
