/** One entry of the store, and the form that changes it where there is one. */
export function Entry({ value, save }) {
  return (
    <main>
      <output>{value}</output>
      {save && (
        <form action={save}>
          <input name="value" defaultValue="" />
          <button type="submit">Save</button>
        </form>
      )}
    </main>
  )
}
