/*
 * Several tags are typed into one input, with commas between them. What is offered there completes the whole of it, so each
 * offer is given what stands before the last comma.
 */

const offered = new WeakMap<HTMLDataListElement, string[]>()

addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== 'tags' || !target.list) return
  const list = target.list as HTMLDataListElement
  const names = offered.get(list) ?? [...list.options].map(option => option.value)
  offered.set(list, names)
  const comma = target.value.lastIndexOf(',')
  const before = comma < 0 ? '' : `${target.value.slice(0, comma)}, `
  const taken = new Set(before.split(',').map(name => name.trim().toLowerCase()))
  list.replaceChildren(
    ...names
      .filter(name => !taken.has(name.toLowerCase()))
      .map(name => Object.assign(document.createElement('option'), { value: before + name })),
  )
})
