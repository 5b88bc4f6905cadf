const withKey = (handler) => (req, res) => (req.query.key ? handler(req, res) : res.status(401).end())

module.exports = withKey(async (req, response) => {
  await response?.unstable_revalidate(`/posts/${req.query.slug}`)
  response.json({ ok: true })
})
