type Job = () => Promise<void>

const jobs = new Map<string, Job>()

export function defineJob(name: string, job: Job) {
  jobs.set(name, job)
  return job
}

export function runJob(name: string) {
  return jobs.get(name)?.()
}
