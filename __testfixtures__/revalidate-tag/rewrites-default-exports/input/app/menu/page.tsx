import saveMenu from './save-menu'

export default function Page() {
  return <form action={saveMenu} />
}
