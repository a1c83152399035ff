// Faults of postgres 3.4.9 in src/connection.js, what each does, and its mend. Numbers are issues and pull requests of
// github.com/porsager/postgres, where the faults are described. “Server” is PostgreSQL, “caller” who awaits a query.

/** @type {import("./mends").Mend[]} */
export const connectionMends = [
  {
    // The bytes of a query are written a moment later (setImmediate). When the connection closed in between, this threw
    // where nobody can catch it, and the process ended (#1066, #1154, #1208).
    fault: "writes to a socket that is gone",
    from: `    const x = socket.write(chunk, fn)
    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    return x`,
    to: `    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    const x = chunk
    chunk = nextWriteTimer = null
    return socket !== null && x !== null && socket.write(x, fn)`,
  },
  {
    // … and what was never written went out on the next connection, before its greeting.
    fault: "keeps bytes for a socket that is gone",
    from: `  function write(x, fn) {
`,
    to: `  function write(x, fn) {
    if (socket === null)
      return false

`,
  },
  {
    // A query that finds the socket gone must say so: nobody will ever answer it.
    fault: "sends a query into nothing",
    from: `    if (stream)
      return queryError(q, Errors.generic('COPY_IN_PROGRESS'`,
    to: `    if (socket === null || socket.destroyed)
      return queryError(q, Errors.connection('CONNECTION_CLOSED', options, socket))

    if (stream)
      return queryError(q, Errors.generic('COPY_IN_PROGRESS'`,
  },
  {
    // Whose connection it is was noted last and only while the line had room; otherwise BEGIN went out, and the
    // connection with the open transaction was shared with others (#823, #1189).
    // Also notes when an answer is due, and that this transaction asked for long statements.
    fault: "sends BEGIN without reserving the connection",
    from: `        : (query = q, query.active = true)

      build(q)
      return write(toBuffer(q))
        && !q.describeFirst
        && !q.cursorFn
        && sent.length < max_pipeline
        && (!q.options.onexecute || q.options.onexecute(connection))
    } catch (error) {
`,
    to: `        : (query = q, query.active = true, expectAnswer())

      build(q)
      const hasRoom = write(toBuffer(q))
      connection.reserved && q.string.includes('statement_timeout') && (isPatient = true)
      if (q.options.onexecute)
        return q.options.onexecute(connection)

      return hasRoom
        && !q.describeFirst
        && !q.cursorFn
        && sent.length < max_pipeline
    } catch (error) {
      // Nothing of it was written: whoever stands before it in the line is not to blame, and nobody after it may get
      // an answer that was meant for somebody else.
      if (query !== q)
        return sent.remove(q), queryError(q, error), true

`,
  },
  {
    // The socket's drain gave a connection back to the pool in the middle of a transaction (#1207).
    fault: "shares a connection in the middle of a transaction",
    from: `    !query && onopen(connection)
  }`,
    to: `    !query && !connection.reserved && connection.queue === queues.full && onopen(connection)
  }`,
  },
  {
    // A connection that was given up while it waited to be made was made all the same, for nobody.
    fault: "connects for nobody",
    from: `    setTimeout(connect, closedTime`,
    to: `    setTimeout(() => initial && connect(), closedTime`,
  },
  {
    fault: "counts the hosts it has tried from nowhere",
    from: `      initial = query
      reconnect()`,
    to: `      initial = query
      retries = 0
      reconnect()`,
  },
  {
    // With several hosts of which none answers, a query waited for ever (#1174).
    fault: "tries hosts without end",
    from: `    if (connection.queue === queues.connecting && options.host[retries + 1])`,
    to: `    if (initial && connection.queue === queues.connecting && options.host[retries + 1])`,
  },
  {
    // A host that does not answer was not followed by the next one (#988).
    fault: "gives up at the first silent host",
    from: `    errored(Errors.connection('CONNECT_TIMEOUT', options, socket))
    socket.destroy()
  }`,
    to: `    error(Errors.connection('CONNECT_TIMEOUT', options, socket))
    socket.destroy()
  }

  // A server that is switched off or cut off says nothing, for ever. One that lives ends every statement within its
  // statement_timeout; a transaction that sets another is waited for longer.
  function expectAnswer() {
    heardAt = performance.now()
    !answerTimer && options.answer_timeout && (answerTimer = setTimeout(checkAnswer, 1000 * options.answer_timeout).unref())
  }

  function checkAnswer() {
    answerTimer = null
    if (!query || socket === null)
      return

    stream || query.cursorFn ? heardAt = performance.now() : 0
    const limit = 1000 * (isPatient ? options.long_answer_timeout : options.answer_timeout)
        , left = heardAt + limit - performance.now()

    left > 0
      ? answerTimer = setTimeout(checkAnswer, left).unref()
      : socket.destroy(Errors.connection('CONNECTION_SILENT', options, socket))
  }`,
  },
  {
    fault: "does not know when it heard of the server",
    from: `  function data(x) {
`,
    to: `  function data(x) {
    heardAt = performance.now()
`,
  },
  {
    fault: "has no place for the time of an answer",
    from: `    , nextWriteTimer = null
`,
    to: `    , nextWriteTimer = null
    , answerTimer = null
    , isPatient = false
    , heardAt = 0
`,
  },
  {
    // A server that does not answer the farewell kept the connection out of the pool for ever.
    fault: "waits without end for the farewell",
    from: `    clearImmediate(nextWriteTimer)
    if (socket) {
      socket.removeListener('data', data)
      socket.removeListener('connect', connected)
      socket.readyState === 'open' && socket.end(b().X().end())
    }`,
    to: `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    if (socket) {
      const leaving = socket
      socket.removeListener('data', data)
      socket.removeListener('connect', connected)
      socket.readyState === 'open' && socket.end(b().X().end())
      setTimeout(() => leaving.destroy(), 1000).unref()
    }`,
  },
  {
    // What the old connection left behind was taken for the new one's: a timer that never fires, so that nothing was
    // written any more; an error that was not its own; a query that was over, for which end() waited (#1142, #1223).
    // After a reset (hadError) whatever was asked between the error and the close never settled.
    // A server that accepts and closes at once was asked again without end.
    fault: "leaves traces of a closed connection",
    from: `    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)
    socket.removeListener('connect', connected)
    idleTimer.cancel()`,
    to: `    clearImmediate(nextWriteTimer)
    clearTimeout(answerTimer)
    chunk = nextWriteTimer = answerTimer = null
    isPatient = false
    socket.removeListener('data', data)
    socket.removeListener('connect', connected)
    idleTimer.cancel()`,
  },
  {
    fault: "leaves promises of a closed connection open",
    from: `    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime = performance.now()`,
    to: `    if (initial && options.host[++retries])
      return reconnect()

    const lost = Errors.connection('CONNECTION_CLOSED', options, socket)
    // The error that did arrive belongs to the query that was running, and to no other.
    query && errorResponse && queryError(query, errorResponse)
    error(lost)
    query = results = errorResponse = final = null
    result = new Result()
    rows = 0
    closedTime = performance.now()`,
  },
  {
    fault: "lets end() wait for a closed connection",
    from: `    onclose(connection, Errors.connection('CONNECTION_CLOSED', options, socket))`,
    to: `    onclose(connection, lost)
    ended && (ended(), ending = ended = null)`,
  },
  {
    // After an error in the middle of rows, the next answer began with holes (#1181).
    fault: "counts rows on after an error",
    from: `    query = results = errorResponse = null
    result = new Result()
    connectTimer.cancel()`,
    to: `    query = results = errorResponse = null
    result = new Result()
    rows = 0
    x[5] === 73 && (isPatient = false) // I
    connectTimer.cancel()`,
  },
  {
    // Whoever opened the connection is told; nobody awaits this, and the process would end (#1192, #1205).
    fault: "lets nobody catch what happens while types are read",
    from: `        return fetchArrayTypes()`,
    to: `        return fetchArrayTypes().catch(noop)`,
  },
  {
    fault: "lets nobody catch what happens while the state is read",
    from: `    query.execute()
  }

  function ErrorResponse(x) {`,
    to: `    query.catch(noop)
  }

  function ErrorResponse(x) {`,
  },
  {
    // The last host is taken as it is, instead of asking all of them again for ever (#1174).
    fault: "prefers a standby without end",
    from: `options.host[retries])`,
    to: `options.host[retries + 1])`,
  },
  {
    // When the server asks to prepare anew (a migration changed the table), values were turned into text twice, and
    // \`true\` was stored as \`false\` (#1197).
    fault: "spoils the values of a query that is repeated",
    from: `      parameters[i] = x = type in options.serializers`,
    to: `      x = type in options.serializers`,
  },
];
