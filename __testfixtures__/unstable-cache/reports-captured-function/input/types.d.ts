declare module 'some-db' {
  const connect: any
  export default connect
}
