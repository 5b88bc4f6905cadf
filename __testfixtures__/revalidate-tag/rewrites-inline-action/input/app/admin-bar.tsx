'use client'

export function AdminBar({ onClear }: { onClear: () => Promise<void> }) {
  return <button onClick={() => onClear()}>Clear cache</button>
}
