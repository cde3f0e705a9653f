-- SPDX-License-Identifier: Apache-2.0
-- Changes as an institution makes them: people, enterprises, contracts, notices in turn, each with its own key.
local kOuter = "0123456789ABCDEFGHJKLMNPQRTUWXY"
local kInner = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
local count = 0

-- GB 32100 with both check digits (the second is of GB 11714), another for every number.
local function credit_code(number)
  local body = ""
  for _ = 1, 7 do
    body = kOuter:sub(number % 31 + 1, number % 31 + 1) .. body
    number = math.floor(number / 31)
  end
  body = "M" .. body
  local weights, sum = { 3, 7, 9, 10, 5, 8, 4, 2 }, 0
  for i = 1, 8 do sum = sum + weights[i] * (kInner:find(body:sub(i, i), 1, true) - 1) end
  local inner = (11 - sum % 11) % 11
  local code = "91652301" .. body .. ("0123456789X"):sub(inner + 1, inner + 1)
  local total, weight = 0, 1
  for i = 1, 17 do
    total = total + weight * (kOuter:find(code:sub(i, i), 1, true) - 1)
    weight = weight * 3 % 31
  end
  local outer = (31 - total % 31) % 31
  return code .. kOuter:sub(outer + 1, outer + 1)
end

local make = {}

function make.person(s, n)
  return "/api/v1/institutions/" .. s.institution .. "/people", string.format(
    '{"name":"试验员%d","level":"level2","specialty":"安全","certificate":"试验%d","certificate_until":"%s"}', n, n,
    s.next_year)
end

function make.enterprise(s, n)
  return "/api/v1/enterprises", string.format(
    '{"name":"试验企业%d","credit_code":"%s","region":"652301","authority":"government","address":"试验路一号"}', n,
    credit_code(s.first + n))
end

function make.project(s, n)
  return "/api/v1/projects", string.format(
    '{"title":"试验项目%d","enterprise":"%s","region":"652301","authority":"government","site":"试验厂区",' ..
    '"scope":"assess.5","statutory":true,"statutory_kind":"chemical_permit","service_type":"current","contract":' ..
    '{"number":"试验-%d","signed_on":"%s","ends_on":"%s","price":1000000},"leader":"%s","site_first_day":"%s",' ..
    '"acknowledged":[],"files":[]}', n, s.enterprise, n, s.signed_on, s.ends_on, s.people[1], s.site_day)
end

function make.notice(s, n)
  return "/api/v1/projects/" .. s.projects[n % #s.projects + 1] .. "/notices", string.format(
    '{"site_first_day":"%s","site_last_day":"%s","members":["%s","%s"],"contact":"试验员","phone":"000-0000000",' ..
    '"reason":"试验%d"}', s.site_day, s.site_day, s.people[1], s.people[2], n)
end

return function(s)
  count = count + 1
  local path, body = make[s.kinds[count % #s.kinds + 1]](s, count)
  wrk.headers["Idempotency-Key"] = s.run .. "-" .. count
  return wrk.format("POST", path, nil, body)
end
