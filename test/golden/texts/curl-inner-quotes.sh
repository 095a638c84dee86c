curl -X PATCH https://api.cloud-elements.com/elements/api-v2/instances/42 \
  -H "Authorization: User $CE_USER_SECRET, Organization $CE_ORGANIZATION_SECRET" \
  -H 'Content-Type: application/json' \
  -d "{ "name": "Desk" }"
