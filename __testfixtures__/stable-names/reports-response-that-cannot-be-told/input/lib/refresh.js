export async function refresh(context, slug) {
  await context.res.unstable_revalidate(`/posts/${slug}`)
}
