'use client'

type Props = {
  onRemove: (slug: string) => Promise<void>
  actions: { publish: (formData: FormData) => Promise<void> }
}

export function Toolbar({ onRemove, actions }: Props) {
  return (
    <>
      <button onClick={() => onRemove('hello')}>Remove</button>
      <button formAction={actions.publish}>Publish</button>
    </>
  )
}
