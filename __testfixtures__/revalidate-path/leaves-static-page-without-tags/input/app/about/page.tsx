export default function AboutPage() {
  return <p>About us</p>
}
