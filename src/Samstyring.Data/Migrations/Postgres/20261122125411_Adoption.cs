using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samstyring.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Adoption : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "budget_dates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Municipality = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Provenance_AsOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provenance_Certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Provenance_Source = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_dates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_budget_dates_municipalities_Municipality",
                        column: x => x.Municipality,
                        principalTable: "municipalities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cycle_events",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Event = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    IsMunicipal = table.Column<bool>(type: "boolean", nullable: false),
                    RelativeYear = table.Column<int>(type: "integer", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: true),
                    Day = table.Column<int>(type: "integer", nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Name_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Provenance_AsOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provenance_Certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Provenance_Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    When_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    When_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    When_Nn = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cycle_events", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "solutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Owner = table.Column<Guid>(type: "uuid", nullable: false),
                    Initiative = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    EligibleCounties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EligibleFrom = table.Column<int>(type: "integer", nullable: true),
                    EligibleBelow = table.Column<int>(type: "integer", nullable: true),
                    Idea = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Announced = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Available = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecideBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Mandatory = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AgreedMonths = table.Column<int>(type: "integer", nullable: true),
                    StaffDays = table.Column<int>(type: "integer", nullable: true),
                    PlannedAdopters = table.Column<int>(type: "integer", nullable: true),
                    YearlyCost = table.Column<long>(type: "bigint", nullable: true),
                    Specification = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IsExample = table.Column<bool>(type: "boolean", nullable: false),
                    SortKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true),
                    Contact_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Contact_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Contact_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EligibleWhy_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EligibleWhy_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EligibleWhy_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Provenance_AsOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provenance_Certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Provenance_Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Purpose_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Purpose_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Purpose_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SetAside_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SetAside_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SetAside_Nn = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_solutions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_solutions_initiatives_Initiative",
                        column: x => x.Initiative,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_solutions_organisations_Owner",
                        column: x => x.Owner,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "adoption_records",
                columns: table => new
                {
                    Solution = table.Column<Guid>(type: "uuid", nullable: false),
                    Municipality = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Since = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Source = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    StatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    StatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClaimedStep = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    ClaimedSince = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimSource = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClaimedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnswerReason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Standing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    StandingSince = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    InformedOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConsideringOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProcuredOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    InstalledOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    InUseOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    BenefitsOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PlannedInUse = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Product = table.Column<Guid>(type: "uuid", nullable: true),
                    Wave = table.Column<Guid>(type: "uuid", nullable: true),
                    Contact = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adoption_records", x => new { x.Solution, x.Municipality });
                    table.ForeignKey(
                        name: "FK_adoption_records_municipalities_Municipality",
                        column: x => x.Municipality,
                        principalTable: "municipalities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_adoption_records_organisations_ClaimedBy",
                        column: x => x.ClaimedBy,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_adoption_records_organisations_StatedBy",
                        column: x => x.StatedBy,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_adoption_records_solutions_Solution",
                        column: x => x.Solution,
                        principalTable: "solutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "solution_parts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Solution = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Note_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Provenance_AsOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provenance_Certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Provenance_Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Count = table.Column<int>(type: "integer", nullable: true),
                    Of = table.Column<int>(type: "integer", nullable: true),
                    Starts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Share = table.Column<int>(type: "integer", nullable: true),
                    Name_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Text_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Text_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Text_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Ends = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Vendor = table.Column<Guid>(type: "uuid", nullable: true),
                    Cost = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Obstacle = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Outcome_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Outcome_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Outcome_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Amount = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    FromInhabitants = table.Column<int>(type: "integer", nullable: true),
                    BelowInhabitants = table.Column<int>(type: "integer", nullable: true),
                    IncludesVat = table.Column<bool>(type: "boolean", nullable: true),
                    PopulationOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Leadership = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Competence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Money = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Routines = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Support = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Meets = table.Column<bool>(type: "boolean", nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SignedOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Leaves = table.Column<bool>(type: "boolean", nullable: true),
                    Link = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "boolean", nullable: true),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_solution_parts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_solution_parts_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_solution_parts_solutions_Solution",
                        column: x => x.Solution,
                        principalTable: "solutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "audience_members",
                columns: new[] { "Id", "Audience", "Organisation", "User" },
                values: new object[] { -1L, new Guid("b98e6313-ee36-8f06-a7d1-ca0d768ba71f"), null, null });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_records_ClaimedBy",
                table: "adoption_records",
                column: "ClaimedBy");

            migrationBuilder.CreateIndex(
                name: "IX_adoption_records_Municipality_Solution",
                table: "adoption_records",
                columns: new[] { "Municipality", "Solution" });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_records_StatedBy",
                table: "adoption_records",
                column: "StatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_budget_dates_Municipality_Event_Year",
                table: "budget_dates",
                columns: new[] { "Municipality", "Event", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_solution_parts_Organisation",
                table: "solution_parts",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_solution_parts_Solution_Order",
                table: "solution_parts",
                columns: new[] { "Solution", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_solution_parts_Type_Order",
                table: "solution_parts",
                columns: new[] { "Type", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_solutions_Initiative",
                table: "solutions",
                column: "Initiative");

            migrationBuilder.CreateIndex(
                name: "IX_solutions_Key",
                table: "solutions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_solutions_Owner",
                table: "solutions",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_solutions_SortKey_Key",
                table: "solutions",
                columns: new[] { "SortKey", "Key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adoption_records");

            migrationBuilder.DropTable(
                name: "budget_dates");

            migrationBuilder.DropTable(
                name: "cycle_events");

            migrationBuilder.DropTable(
                name: "solution_parts");

            migrationBuilder.DropTable(
                name: "solutions");

            migrationBuilder.DeleteData(
                table: "audience_members",
                keyColumn: "Id",
                keyValue: -1L);
        }
    }
}
