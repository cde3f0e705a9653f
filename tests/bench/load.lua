-- SPDX-License-Identifier: Apache-2.0
-- wrk -s load.lua URL -- SETTINGS: sends the paths of the settings in turn, or changes of a kind with a key of their own
-- (changes.lua). Ends with a line of JSON: what was answered, and how long it took.
local threads, settings, count = {}, nil, 0

function setup(thread) table.insert(threads, thread) end

function init(arguments)
  settings = dofile(arguments[1])
  for name, value in pairs(settings.headers) do wrk.headers[name] = value end
  if settings.pause > 0 then
    delay = function() return settings.pause end
  end
  if settings.changes then
    local make = dofile(settings.changes)
    request = function() return make(settings) end
    response = function(status, _, body)
      if status ~= 201 and not refused then refused = status .. " " .. body end
    end
  elseif #settings.paths > 1 then
    request = function()
      count = count % #settings.paths + 1
      return wrk.format("GET", settings.paths[count])
    end
  else
    wrk.path = settings.paths[1]
  end
end

function done(summary, latency, _)
  for _, thread in ipairs(threads) do
    local text = thread:get("refused")
    if text then io.stderr:write("REFUSED " .. text:sub(1, 400) .. "\n") end
  end
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"micros":%d,"refused":%d,"broken":%d,"p50":%d,"p99":%d}\n', summary.requests, summary.duration,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(50),
    latency:percentile(99)))
end
