// What reach.py asks of a page. Findings are [what, where, figure]; lengths are CSS pixels.
globalThis.reach = (() => {
  const SLACK = 1 // pixels that may be rounding
  const TARGET = 24 // WCAG 2.2, 2.5.8
  const MAIN_TARGET = 44 // WCAG 2.2, 2.5.5; asked of the height alone
  const BODY_CONTRAST = 7 // WCAG 2.2, 1.4.6
  const TEXT_CONTRAST = 4.5 // 1.4.3
  const EDGE_CONTRAST = 3 // 1.4.11
  const FOCUSABLE = 'a[href], button, summary, input, select, textarea, [tabindex]'
  const MAIN = 'button, summary, .button, [role=button], header nav a, nav a[hreflang],' +
    ' .chooser a, a[href^="tel:"], a[href^="mailto:"]'
  const BODY = '.prose, .facts, [class$="__lead"], [class*="__lead "]'
  // A word of a text that opens its meaning is a word on paper too.
  const OPENS_MEANING = 'button[popovertarget]'
  const ACTS_ON_SCREEN = `nav, button:not(${OPENS_MEANING}), summary, .button, [role=button], .skip-link`
  const UNSPACED = ':lang(ar), :lang(fa), :lang(ur), :lang(ps), :lang(ckb)' // joined letters
  const style = (element, part) => getComputedStyle(element, part)
  const all = selector => [...document.querySelectorAll(selector)]
  const round = number => Math.round(number * 100) / 100

  const name = element => {
    const own = element.localName + [...element.classList].map(word => `.${word}`).join('')
    const named = element.classList.length ? null : element.parentElement?.closest('[class]')
    return named ? `${name(named)} ${own}` : own
  }

  const box = element => element.getBoundingClientRect()
  const isShown = element =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const isSeen = element => {
    const { width, height } = box(element)
    return isShown(element) && width > 1 && height > 1
  }

  // Colours, drawn on one pixel, so that oklch() and color-mix() are read as well.

  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const known = new Map()
  const rgba = color => {
    if (!known.has(color)) {
      pixel.clearRect(0, 0, 1, 1)
      pixel.fillStyle = color
      pixel.fillRect(0, 0, 1, 1)
      const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data
      known.set(color, [red, green, blue, alpha / 255])
    }
    return known.get(color)
  }
  const over = (above, below) => {
    const [alpha, mixed] = [above[3], [0, 1, 2].map(i => above[i] * above[3] + below[i] * (1 - above[3]))]
    return [...mixed, alpha + below[3] * (1 - alpha)]
  }
  const luminance = color => {
    const [red, green, blue] = color.map(value => value / 255)
      .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const lineage = element => element ? [element, ...lineage(element.parentElement)] : []
  // The colour of an empty page, which follows color-scheme and forced colours.
  const canvas = () => {
    const probe = document.createElement('i')
    document.body.append(probe)
    probe.style.setProperty('background', 'Canvas', 'important')
    const color = rgba(style(probe).backgroundColor)
    probe.remove()
    return color
  }
  const backdrop = element => {
    const layers = []
    for (const node of lineage(element)) {
      layers.push(rgba(style(node).backgroundColor))
      if (layers.at(-1)[3] === 1) return layers.reduceRight((below, above) => over(above, below))
    }
    return layers.reduceRight((below, above) => over(above, below), canvas())
  }
  // A picture behind text, and no opaque colour in between.
  const picture = element => {
    for (const node of lineage(element)) {
      if (style(node).backgroundImage !== 'none') return node
      if (rgba(style(node).backgroundColor)[3] === 1) return null
    }
    return null
  }
  const opacity = element => lineage(element).reduce((most, node) => most * style(node).opacity, 1)
  const textContrast = element => {
    const below = backdrop(element)
    const [red, green, blue, alpha] = rgba(style(element).color)
    return contrast(over([red, green, blue, alpha * opacity(element)], below), below)
  }

  const texts = within => {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      if (node.data.trim() && isSeen(node.parentElement)) found.push(node)
    }
    return found
  }
  const parentsOfText = within => [...new Set(texts(within).map(node => node.parentElement))]

  // The ring of what has the focus: on itself, on ::before or ::after, on a box around it.

  const SIDES = ['Top', 'Right', 'Bottom', 'Left']
  const parts = element => [
    [element], [element, '::before'], [element, '::after'],
    ...lineage(element).slice(1, 4).map(node => [node])
  ]
  const look = ([element, part]) => {
    const seen = style(element, part)
    const outline = seen.outlineStyle === 'none' || !parseFloat(seen.outlineWidth) ||
      !rgba(seen.outlineColor)[3] ? '' : `${seen.outlineStyle} ${seen.outlineWidth} ${seen.outlineColor}`
    const border = SIDES.map(side => ['Style', 'Width', 'Color'].map(what => seen[`border${side}${what}`]))
    return { outline, shadow: seen.boxShadow, border: border.join() }
  }
  const looks = element => parts(element).map(look)
  const UNKNOWN = [0, 1, 2, 3, 4, 5].map(() => ({ outline: '' }))

  // How well each change that the focus made stands out; 21 where that cannot be told.
  const rings = (element, before = UNKNOWN) => parts(element).flatMap((part, i) => {
    const [node, pseudo] = part
    const [was, now, seen] = [before[i], look(part), style(node, pseudo)]
    const around = parseFloat(seen.outlineOffset) >= 0 && !pseudo ? node.parentElement : node
    const below = backdrop(around ?? node)
    const found = []
    if (now.outline && now.outline !== was.outline) {
      const isDrawnByBrowser = seen.outlineStyle === 'auto' // in two colours
      found.push(isDrawnByBrowser ? 21 : contrast(over(rgba(seen.outlineColor), below), below))
    }
    if (was.shadow && now.shadow !== 'none' && now.shadow !== was.shadow) found.push(21)
    if (was.border && now.border !== was.border) {
      found.push(...SIDES.map(side => contrast(over(rgba(seen[`border${side}Color`]), below), below)))
    }
    return found
  })
  const findRing = (element, before) => {
    const best = Math.max(0, ...rings(element, before))
    if (!best) return [['the focus does not show', name(element), '']]
    if (best >= EDGE_CONTRAST) return []
    return [['the focus ring is pale', name(element), `${round(best)}:1, at least ${EDGE_CONTRAST}:1`]]
  }
  // An ancestor that hides what sticks out of it also hides part of the outline.
  const findCutRing = element => {
    const seen = style(element)
    const room = parseFloat(seen.outlineOffset) + parseFloat(seen.outlineWidth)
    if (seen.outlineStyle === 'none' || room <= 0) return []
    const { left, right, top, bottom } = box(element)
    return lineage(element.parentElement)
      .filter(node => node !== document.documentElement && node !== document.body)
      .filter(node => {
        const [edge, { overflowX, overflowY }] = [box(node), style(node)]
        return overflowX !== 'visible' && (left - room < edge.left || right + room > edge.right) ||
          overflowY !== 'visible' && (top - room < edge.top || bottom + room > edge.bottom)
      })
      .map(node => ['the focus ring is cut off', name(element), `by ${name(node)}`])
  }

  // The stops of the Tab key.

  const expected = () => all(FOCUSABLE).filter(element =>
    element.tabIndex >= 0 && !element.disabled && element.type !== 'radio' && isSeen(element))

  // A cross of points: corners may be round.
  const points = ({ left, top, width, height }) => [
    [0.5, 0.5], [0.5, 0.1], [0.5, 0.9], [0.1, 0.5], [0.9, 0.5]
  ].map(([x, y]) => [left + x * width, top + y * height])
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
  const findCover = element => {
    const inView = [...element.getClientRects()].filter(({ width, height }) => width && height)
      .flatMap(points)
    if (!isSeen(element) || !inView.length) return [['the focus is out of sight', name(element), '']]
    const hits = inView.map(([x, y]) => document.elementFromPoint(x, y))
    const cover = hits.find(hit => hit && !element.contains(hit) && !hit.contains(element))
    return cover ? [['the focus is covered', name(element), `by ${name(cover)}`]] : []
  }

  const isInSentence = element => {
    // A button is never quite inline, though it stands in a line of text.
    if (style(element).display !== 'inline' && !element.matches(OPENS_MEANING)) return false
    const block = lineage(element.parentElement)
      .find(node => !['inline', 'contents'].includes(style(node).display)).cloneNode(true)
    block.querySelectorAll('a, button').forEach(target => target.remove())
    return /[\p{L}\p{N}]/u.test(block.textContent)
  }
  // A link that fills its card does so with an ::after over the whole of it.
  const targetSize = element => {
    const [own, after] = [box(element), style(element, '::after')]
    const isStretched = after.content !== 'none' && after.position === 'absolute'
    const [width, height] = isStretched ? [parseFloat(after.width), parseFloat(after.height)] : [0, 0]
    return [Math.max(own.width, width), Math.max(own.height, height)]
  }
  const findSmallTarget = element => {
    if (isInSentence(element)) return []
    const [width, height] = targetSize(element).map(round)
    if (element.matches(MAIN) && height < MAIN_TARGET - SLACK / 2) {
      return [['a main target is low', name(element), `${height} px, at least ${MAIN_TARGET}`]]
    }
    if (Math.min(width, height) >= TARGET - SLACK / 2) return []
    return [['a target is small', name(element), `${width} x ${height} px, at least ${TARGET}`]]
  }

  const findWrongStart = element => {
    const target = element.hash && document.getElementById(decodeURIComponent(element.hash.slice(1)))
    const skips = target && target.closest('main') && element.pathname === location.pathname
    return skips ? [] : [['the first stop is no link to the text', name(element), '']]
  }
  const CLOSED = 'details:not([open]) > summary, [popovertarget], [aria-expanded="false"]'
  const closeWhatWasLeft = element => {
    const left = all('details[open], :popover-open').filter(panel => !panel.contains(element))
    left.forEach(panel => panel.localName === 'details' ? panel.open = false : panel.hidePopover())
    if (left.length) element.scrollIntoView({ block: 'nearest' })
  }

  const walk = { before: new Map(), stops: [] }
  const startWalk = () => {
    walk.stops = []
    walk.waiting = new Set(expected())
    walk.before = new Map(all(FOCUSABLE).map(element => [element, looks(element)]))
  }
  const endWalk = element => {
    const last = walk.stops.at(-1)
    if (element === last) return [['the Tab key is trapped', name(last), '']]
    if (element && element !== walk.stops[0]) {
      return [['the Tab key goes in a circle', name(last), `back to ${name(element)}`]]
    }
    return [...walk.waiting].map(missed => ['never reached with the Tab key', name(missed), ''])
  }
  // Returns what is wrong at the stop, whether the walk is over, and whether Enter opens something.
  const stop = () => {
    const { activeElement } = document
    const element = activeElement === document.body ? null : activeElement
    if (!element || walk.stops.includes(element)) {
      return { found: endWalk(element), isOver: true, isClosed: false }
    }
    closeWhatWasLeft(element)
    walk.stops.push(element)
    walk.waiting.delete(element)
    const found = [
      ...walk.stops.length === 1 ? findWrongStart(element) : [],
      ...findCover(element), ...findRing(element, walk.before.get(element)),
      ...findCutRing(element), ...findSmallTarget(element)
    ]
    return { found, isOver: false, isClosed: element.matches(CLOSED) }
  }

  // Contrast, text spacing, forced colours, paper.

  const findPaleText = () => all(BODY).flatMap(parentsOfText).flatMap(element => {
    const behind = picture(element)
    if (behind) return [['body text on a picture', name(element), `of ${name(behind)}`]]
    const found = textContrast(element)
    if (found >= BODY_CONTRAST) return []
    return [['body text is pale', name(element), `${round(found)}:1, at least ${BODY_CONTRAST}:1`]]
  })

  // WCAG 2.2, 1.4.12: at least these, so a script set with more leading keeps it. Letters that
  // join have no spacing in between.
  const spaceText = () => {
    const sizes = all('body, body *').map(element => {
      const { fontSize, lineHeight } = style(element)
      return [element, parseFloat(fontSize), parseFloat(lineHeight) || 0]
    })
    for (const [element, size, leading] of sizes) {
      const set = (property, value) => element.style.setProperty(property, value, 'important')
      set('line-height', `${Math.max(leading, 1.5 * size)}px`)
      set('word-spacing', '0.16em')
      if (!element.matches(UNSPACED)) set('letter-spacing', '0.12em')
      if (element.localName === 'p') set('margin-bottom', '2em')
    }
  }
  const findCutText = () => all('body *').filter(isSeen).flatMap(element => {
    const { overflowX, overflowY } = style(element)
    const cuts = overflow => ['hidden', 'clip'].includes(overflow) && element.textContent.trim()
    const [width, height] = [element.scrollWidth, element.scrollHeight]
    const isCut = cuts(overflowX) && width > element.clientWidth + SLACK ||
      cuts(overflowY) && height > element.clientHeight + SLACK
    if (!isCut || !element.clientHeight) return []
    const figure = `${width} x ${height} px in ${element.clientWidth} x ${element.clientHeight}`
    return [['spaced text is cut off', name(element), figure]]
  })
  // The middle of each line: above and below, letters of good lines may share room.
  const lines = node => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].filter(({ width }) => width > SLACK).map(rect => ({
      node,
      left: rect.left + SLACK,
      right: rect.right - SLACK,
      top: rect.top + rect.height / 3,
      bottom: rect.bottom - rect.height / 3
    }))
  }
  const findOverlap = () => {
    const placed = texts(document.body).flatMap(lines).sort((one, other) => one.top - other.top)
    return placed.flatMap((one, i) => {
      const found = []
      for (let j = i + 1; j < placed.length && placed[j].top < one.bottom; j += 1) {
        const other = placed[j]
        if (other.node === one.node || other.left >= one.right || one.left >= other.right) continue
        const [here, there] = [one, other].map(({ node }) => name(node.parentElement))
        found.push(['spaced text overlaps', here, `with ${there}`])
      }
      return found
    })
  }

  // What has a background of its own, which forced colours take away. A skip link waits above the
  // page, and has its ring when it comes.
  const isOnPage = element => box(element).bottom + scrollY > 0
  const filled = []
  const noteFilled = () => {
    document.activeElement.blur() // the walk may have come round to the skip link
    const boxes = [...expected(), ...all('[class$="card"], [class*="card "]')]
    filled.push(...boxes.filter(element => {
      const own = rgba(style(element).backgroundColor)
      const below = backdrop(element.parentElement)
      return own[3] && contrast(over(own, below), below) > 1.05 && isOnPage(element)
    }))
  }
  const hasEdge = element => {
    const [seen, below] = [style(element), backdrop(element)]
    return SIDES.some(side => seen[`border${side}Style`] !== 'none' &&
      parseFloat(seen[`border${side}Width`]) &&
      contrast(over(rgba(seen[`border${side}Color`]), below), below) >= EDGE_CONTRAST)
  }
  const isDrawn = svg => [...svg.querySelectorAll('path, circle, ellipse, rect, line, polygon, polyline, use')]
    .some(shape => ['fill', 'stroke'].some(paint => {
      const [color, below] = [style(shape)[paint], backdrop(svg)]
      return color !== 'none' && (/url/.test(color) ||
        contrast(over(rgba(color), below), below) >= EDGE_CONTRAST)
    }))
  const findLostRing = element => {
    document.activeElement.blur()
    const before = looks(element)
    element.focus({ preventScroll: true })
    return findRing(element, before).map(([what, ...rest]) => [`forced colours: ${what}`, ...rest])
  }
  const findLostInForcedColors = () => [
    ...expected().flatMap(findLostRing),
    ...filled.filter(element => isSeen(element) && !hasEdge(element))
      .map(element => ['forced colours: no edge is left', name(element), '']),
    ...parentsOfText(document.body).filter(element => textContrast(element) < TEXT_CONTRAST)
      .map(element => ['forced colours: the text vanishes', name(element), '']),
    ...all('a svg, button svg, summary svg, svg[role=img]').filter(isSeen).filter(svg => !isDrawn(svg))
      .map(svg => ['forced colours: the icon vanishes', name(svg), ''])
  ]

  const tells = (element, address) => {
    const { content } = style(element, '::after')
    return element.textContent.includes(address) || content.includes(address) ||
      content.includes('attr(href)')
  }
  const findWrongInPrint = () => {
    const screenOnly = all(ACTS_ON_SCREEN).filter(isSeen).filter(isOnPage)
    const address = document.querySelector('link[rel=canonical]')?.href
    // A page that stands in for a translation has the address of another page as canonical.
    const own = address && new URL(location.pathname, address).href
    const isSigned = !address ||
      texts(document.body).some(({ data }) => data.includes(address) || data.includes(own))
    const untold = all('.sources a[href^=http]').filter(link => isSeen(link) && !tells(link, link.href))
    return [
      ...screenOnly.map(element => ['print: stays on paper', name(element), '']),
      ...isSigned ? [] : [['print: the address of the page is missing', 'body', address]],
      ...untold.map(link => ['print: the address of a source is missing', name(link), link.href])
    ]
  }

  return {
    startWalk, stop, findPaleText, spaceText, noteFilled, findLostInForcedColors, findWrongInPrint,
    findSpacingFaults: () => [...findCutText(), ...findOverlap()]
  }
})()
