import { ImageResponse } from 'next/og'

export default function Image() {
  return new ImageResponse(<p>Post</p>)
}
